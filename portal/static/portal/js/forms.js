// Improves forms; nothing depends on it.
// A page that came back with errors starts at their summary, and its title says so.
const summary = document.querySelector("[data-focus]");
if (summary) {
  document.title = `! ${document.title}`;
  summary.focus();
}
// A form that is on its way is not sent a second time by an impatient double click.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 4000);
});
// Coming back with the browser's arrow finds the form ready again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
