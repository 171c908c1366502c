// Copies what stands in a field, for it is shown once. Where the browser lends no clipboard, it is selected instead.
document.querySelectorAll("[data-copy]").forEach(button => {
  const field = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = button.dataset.done;
    } catch {
      field.focus();
    }
  });
});
