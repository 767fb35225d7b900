import { expect } from "chai";
import { StepHistory } from "./step-history.ts";

const popState = () =>
  new Promise<void>((resolve) => {
    window.addEventListener("popstate", () => resolve(), { once: true });
  });

async function goBack(): Promise<void> {
  const moved = popState();
  history.back();
  await moved;
}

async function goForward(): Promise<void> {
  const moved = popState();
  history.forward();
  await moved;
}

interface Log {
  readonly presses: string[];
  onBack: () => "moved" | "stays" | "leaves";
  onForward: () => boolean;
}

let owners = 0;

function createHistory(): { steps: StepHistory; log: Log } {
  const log: Log = { presses: [], onBack: () => "moved", onForward: () => true };
  const steps = new StepHistory({
    owner: `test-${(owners += 1)}`,
    onBack: () => {
      log.presses.push("back");
      return log.onBack();
    },
    onForward: () => {
      log.presses.push("forward");
      return log.onForward();
    },
  });
  steps.connect();
  return { steps, log };
}

describe("the browser's history", () => {
  let steps: StepHistory;
  let log: Log;

  beforeEach(() => {
    history.pushState({ router: "host" }, "");
    ({ steps, log } = createHistory());
  });

  afterEach(() => steps.disconnect());

  it("asks for the screen before when the back button is pressed, and for the next on forward", async () => {
    steps.push();
    steps.push();
    await goBack();
    await goBack();
    await goForward();
    expect(log.presses).to.deep.equal(["back", "back", "forward"]);
  });

  it("keeps the address and what the page's router remembers", () => {
    const address = location.href;
    steps.push();
    expect(location.href).to.equal(address);
    expect(history.state).to.include({ router: "host" });
  });

  it("puts the entry back when the wizard stays", async () => {
    steps.push();
    steps.push();
    const before: unknown = history.state;
    log.onBack = () => "stays";
    await goBack();
    await popState();
    expect(history.state).to.deep.equal(before);
    expect(log.presses).to.deep.equal(["back"]);
  });

  it("leaves all its entries at once when there is no way back", async () => {
    steps.push();
    steps.push();
    steps.push();
    log.onBack = () => "leaves";
    await goBack();
    await popState();
    expect(history.state).to.deep.include({ router: "host" });
    expect(history.state.educonnectActivation.depth).to.equal(0);
    expect(log.presses).to.deep.equal(["back"]);
  });

  it("leaves the later screen's entry when a button of the page went back", async () => {
    steps.push();
    steps.push();
    const moved = popState();
    steps.pop();
    await moved;
    expect(history.state.educonnectActivation.depth).to.equal(1);
    expect(log.presses).to.deep.equal([]);
  });

  it("stays out of the entries of the page's router", async () => {
    steps.push();
    history.pushState({ router: "other page" }, "");
    steps.pop();
    await goBack();
    expect(log.presses).to.deep.equal([]);
    await goBack();
    expect(log.presses).to.deep.equal(["back"]);
  });

  it("stays out of the entries of another wizard of the page", async () => {
    const other = createHistory();
    steps.push();
    await goBack();
    expect(other.log.presses).to.deep.equal([]);
    other.steps.disconnect();
  });

  it("knows its entries again after a reload", async () => {
    steps.push();
    steps.push();
    steps.disconnect();
    const presses: string[] = [];
    const again = new StepHistory({
      owner: `test-${owners}`,
      onBack: () => {
        presses.push("back");
        return "moved";
      },
      onForward: () => true,
    });
    again.connect();
    await goBack();
    expect(presses).to.deep.equal(["back"]);
    again.disconnect();
  });
});
