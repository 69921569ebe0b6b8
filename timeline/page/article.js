// Brings the highlighted place of the article into view when the article is opened.
export default function () {
  const place = document.querySelector(".st-key-article mark");
  place?.scrollIntoView({ block: "center" });
}
