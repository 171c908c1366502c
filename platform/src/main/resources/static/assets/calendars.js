// Copies an address to the clipboard; without a clipboard the field can be selected by hand.
document.querySelectorAll("[data-copy]").forEach(button => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.closest("section").querySelector("[data-said]").textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  });
});
document.querySelectorAll("input[readonly]").forEach(field => field.addEventListener("focus", () => field.select()));
