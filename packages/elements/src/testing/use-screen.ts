/** Types into a field as a person does, the whole text at once. */
export function type(root: ParentNode, name: string, text: string): void {
  const input = root.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (input === null) throw new Error(`No field is named ${name}.`);
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Chooses the radio button at a place among all those of the screen. */
export function choose(root: ParentNode, place: number): void {
  const radio = root.querySelectorAll<HTMLInputElement>("input[type=radio]")[place];
  if (radio === undefined) throw new Error(`There is no radio button ${place}.`);
  radio.click();
}
