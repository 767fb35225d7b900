import * as React from "react";
import { AddonPanel, Button, Form, ScrollArea } from "storybook/internal/components";
import { useArgs, useArgTypes, useChannel, useParameter } from "storybook/manager-api";
import { portalAct, portalNews, type PortalAct, type PortalNews } from "../src/portal/deliveries.ts";

const sceneArgs = ["family", "method", "failure"] as const;
const latencies: Readonly<Record<string, string>> = {
  0: "None",
  400: "0.4 s, an ordinary day",
  2000: "2 s, a telephone in a valley",
  8000: "8 s, longer than people expect",
};
const advances: readonly (readonly [label: string, seconds: number])[] = [
  ["+ 1 minute", 60],
  ["+ 30 minutes", 1_800],
  ["+ 1 day", 86_400],
];

/** The panel « Portal »: who is in the directory, what befalls requests, and what was delivered. */
export function PortalPanel({ active }: { readonly active: boolean }): React.ReactNode {
  const [news, setNews] = React.useState<PortalNews | null>(null);
  const emit = useChannel({ [portalNews]: (told: PortalNews) => setNews(told) });
  const act = (asked: PortalAct) => emit(portalAct, asked);
  // Before the story is prepared it has no arguments.
  if (!useParameter("portal", false)) return null;
  return (
    <AddonPanel active={active}>
      <ScrollArea vertical>
        <div
          style={{
            display: "grid",
            gap: 24,
            padding: 16,
            gridTemplateColumns: "repeat(auto-fit, minmax(18rem, 1fr))",
          }}
        >
          <Scene act={act} />
          {news === null ? <p>The story has no portal yet.</p> : <News news={news} act={act} />}
        </div>
      </ScrollArea>
    </AddonPanel>
  );
}

type Act = (asked: PortalAct) => void;

function Scene({ act }: { readonly act: Act }): React.ReactNode {
  const [args, update] = useArgs();
  const argTypes = useArgTypes();
  return (
    <section aria-label="Scene">
      {sceneArgs.map((name) => (
        <Choice
          key={name}
          label={argTypes[name]?.name ?? name}
          value={String(args[name])}
          labels={labelsOf(argTypes[name]?.control)}
          onChoose={(value) => update({ [name]: value })}
        />
      ))}
      <Choice
        label="Latency"
        value={String(args["latency"])}
        labels={latencies}
        onChoose={(value) => update({ latency: Number(value) })}
      />
      <Row>
        <Button onClick={() => act({ type: "startAgain" })}>Start again</Button>
        {advances.map(([label, seconds]) => (
          <Button key={label} onClick={() => act({ type: "advance", seconds })}>
            {label}
          </Button>
        ))}
      </Row>
    </section>
  );
}

function Choice({
  label,
  value,
  labels,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly onChoose: (value: string) => void;
}): React.ReactNode {
  return (
    <Form.Field label={label}>
      <Form.Select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {Object.entries({ ...(value in labels ? {} : { [value]: value }), ...labels }).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </Form.Select>
    </Form.Field>
  );
}

function News({ news, act }: { readonly news: PortalNews; readonly act: Act }): React.ReactNode {
  return (
    <>
      <section aria-label="Who activates">
        <h3>Who activates</h3>
        <dl>
          <Fact name="Name" value={news.name} />
          <Fact name="Mobile known to the school" value={news.mobile} />
          <Fact name="Identifier" value={news.identifier} />
          <Fact name="Password" value={news.password} />
          {news.children.map(({ name, birthDate }, index) => (
            <Fact key={index} name={name} value={birthDate ?? "no date recorded"} />
          ))}
        </dl>
      </section>
      <section aria-label="Delivered">
        <h3>Delivered</h3>
        <Button disabled={!news.hasLink} onClick={() => act({ type: "followLink" })}>
          Follow the link of the last mail
        </Button>
        {[...news.texts, ...news.mails].map(({ to, text }, index) => (
          <pre
            key={index}
            style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
          >{`${to}\n${text}`}</pre>
        ))}
      </section>
      <section aria-label="Answers of the handler">
        <h3>Answers</h3>
        <pre>{news.answers.join("\n")}</pre>
      </section>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }): React.ReactNode {
  if (value === null) return null;
  return (
    <div>
      <dt style={{ opacity: 0.75 }}>{name}</dt>
      <dd style={{ margin: "0 0 8px", userSelect: "all" }}>
        <code>{value}</code>
      </dd>
    </div>
  );
}

function Row({ children }: { readonly children: React.ReactNode }): React.ReactNode {
  return <div style={{ display: "flex", flexWrap: "wrap", gap: 8, marginTop: 12 }}>{children}</div>;
}

/** The words of a select's choices, as its control has them. */
function labelsOf(control: unknown): Readonly<Record<string, string>> {
  if (typeof control !== "object" || control === null || !("labels" in control)) return {};
  const { labels } = control;
  return typeof labels === "object" && labels !== null
    ? Object.fromEntries(Object.entries(labels).map(([name, text]) => [name, String(text)]))
    : {};
}
