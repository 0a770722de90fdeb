// The letter's preview follows what is typed. Without this script the button shows the same PDF.
(() => {
  const form = document.querySelector("form[data-pratinjau]");
  const panel = document.getElementById("pratinjau");
  if (!form || !panel) return;
  let waiting = 0;
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    panel.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(form.dataset.pratinjau, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "fetch" },
      });
      const text = await response.text();
      // An older answer that comes late is not shown; a page of error is not a preview.
      if (mine === asked && (response.ok || response.status === 400)) panel.innerHTML = text;
    } catch {
      // Without a connection the last preview stays, and the form is untouched.
    } finally {
      if (mine === asked) panel.removeAttribute("aria-busy");
    }
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 700);
  };
  form.addEventListener("input", later);
  show();
})();
