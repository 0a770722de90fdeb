// "Dengarkan": reads a page's text aloud where the browser can speak (PERKI 1/2021 Ps 24: audio). Without it nothing is missing.
const article = document.querySelector("[data-listen]");
const heading = article?.querySelector("h1");
if (heading && "speechSynthesis" in window) {
  const words = document.documentElement.lang === "en" ? ["Listen", "Stop"] : ["Dengarkan", "Berhenti"];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet listen";
  button.textContent = words[0];
  heading.after(button);
  const stop = () => {
    speechSynthesis.cancel();
    button.textContent = words[0];
    button.setAttribute("aria-pressed", "false");
  };
  // One utterance a block: long ones are cut off by some browsers, and a pause between paragraphs is good to hear.
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    const parts = [...article.querySelectorAll("h1, h2, h3, p, li, dt, dd, caption, th, td")].filter(
      (part) => !part.querySelector("p, li, td") && part.textContent.trim(),
    );
    parts.forEach((part, index) => {
      const speech = new SpeechSynthesisUtterance(part.textContent.trim());
      speech.lang = "id-ID";
      if (index === parts.length - 1) speech.onend = stop;
      speechSynthesis.speak(speech);
    });
    button.textContent = words[1];
    button.setAttribute("aria-pressed", "true");
  });
  window.addEventListener("pagehide", stop);
}
