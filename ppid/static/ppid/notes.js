// A reviewer's own notes. They stay in this browser: nothing is ever sent to the body's server.
(() => {
  const pad = document.querySelector("[data-catatan]");
  if (!pad) return;
  const key = `catatan-komisi-${pad.dataset.catatan}`;
  const said = document.querySelector("[data-catatan-status]");
  try {
    pad.value = localStorage.getItem(key) || "";
  } catch {
    said.textContent = pad.dataset.tertutup;
    pad.disabled = true;
    return;
  }
  pad.hidden = false;
  pad.addEventListener("input", () => {
    localStorage.setItem(key, pad.value);
    said.textContent = pad.dataset.tersimpan;
  });
  const save = document.querySelector("[data-catatan-unduh]");
  save.hidden = false;
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([pad.value], { type: "text/plain" }));
    link.download = `${key}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
})();
