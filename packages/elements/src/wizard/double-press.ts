/** How far apart, in time and in place, two presses are one double press where the browser does not count them (a touch screen). */
const longestMilliseconds = 500;
const farthestPixels = 12;

/**
 * Keeps the second half of a double press from a screen that the first half led to: it was not meant for that one.
 *
 * It neither acts nor takes the focus, wherever on the page it falls. A press without a pointer is left alone: by keyboard or script it
 * counts no clicks, and by a switch or a screen reader it may have no place.
 *
 * @param readScreen tells the screen shown now from others.
 * @returns what ends it.
 */
export function guardDoublePresses(readScreen: () => unknown): () => void {
  let first: MouseEvent | undefined;
  // A press from before, not seen, may have led on from the screen of this moment.
  let screen = readScreen();
  let isStray = false;
  const onPress = (event: MouseEvent) => {
    if (event.type === "mousedown") {
      isStray =
        event.detail > 0 &&
        screen !== readScreen() &&
        (event.detail > 1 ||
          (first !== undefined &&
            (event.x !== 0 || event.y !== 0) &&
            event.timeStamp - first.timeStamp < longestMilliseconds &&
            Math.hypot(event.x - first.x, event.y - first.y) < farthestPixels));
      if (!isStray) {
        first = event;
        screen = readScreen();
      }
    }
    if (!isStray || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
    // A click of assistive technology may come without its `mousedown`, and is another press.
    if (event.type === "click") isStray = false;
  };
  addEventListener("mousedown", onPress, true);
  addEventListener("click", onPress, true);
  return () => {
    removeEventListener("mousedown", onPress, true);
    removeEventListener("click", onPress, true);
  };
}
