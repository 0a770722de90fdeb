// Offers titles while somebody types. Without it the page works just the same.
(() => {
  const input = document.querySelector('main .search input[name="q"]');
  if (!input || !window.fetch || !window.AbortController) return;
  const list = document.createElement("datalist");
  list.id = "saran";
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting = 0, asking = null;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (asking) asking.abort();
      const typed = input.value.trim();
      if (typed.length < 3) return list.replaceChildren();
      asking = new AbortController();
      try {
        const answer = await fetch("/cari/saran?q=" + encodeURIComponent(typed), { signal: asking.signal });
        if (!answer.ok) return;
        const titles = (await answer.json())[1];
        list.replaceChildren(...titles.map((title) => Object.assign(document.createElement("option"), { value: title })));
      } catch { /* the next letter asks again */ }
    }, 200);
  });
})();
