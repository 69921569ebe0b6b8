// Streamlit takes a typed day over only when its field is left. People press Enter, so Enter
// does what leaving does: a press beside an open calendar shuts it (Escape would shut the form
// around it, too); where none is open the focus goes, and the next Tab still starts from here.
export default function () {
  const leave = (event) => {
    const field = event.key === "Enter" && event.target.closest?.("[role=spinbutton]");
    const widget = field && field.closest("[data-testid=stDateInput]");
    if (!widget) return;
    if (document.querySelector("[data-testid=stDateInputCalendar]")) {
      for (const kind of ["pointerdown", "mousedown"]) {
        widget.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
      }
    } else field.blur();
  };
  document.addEventListener("keydown", leave, true);
  return () => document.removeEventListener("keydown", leave, true);
}
