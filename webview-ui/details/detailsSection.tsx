import * as l10n from "@vscode/l10n";
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import type { Loadable } from "../../src/protocol/details.ts";

interface DetailsSectionProps<T> {
  readonly heading: string;
  readonly content: Loadable<T> | undefined;
  readonly retry: () => void;
  readonly children: (value: T) => ComponentChildren;
}

/** One part of the details under its heading: its content, *Loading*, or the failure with *Retry*. */
export function DetailsSection<T>({ heading, content, retry, children }: DetailsSectionProps<T>) {
  const headingId = useId();
  const headingElement = useRef<HTMLHeadingElement>(null);
  const retryFromHeading = () => {
    // The focus would be lost when the button disappears with the failure.
    headingElement.current?.focus();
    retry();
  };
  return (
    <section class="details-section" aria-labelledby={headingId}>
      <h2 id={headingId} ref={headingElement} tabIndex={-1}>
        {heading}
      </h2>
      <SectionContent heading={heading} content={content} retry={retryFromHeading}>
        {children}
      </SectionContent>
    </section>
  );
}

function SectionContent<T>({ heading, content, retry, children }: DetailsSectionProps<T>) {
  if (content?.state === "loaded") return <>{children(content.value)}</>;
  if (content?.state !== "failed") {
    return (
      <p class="loading" role="status">
        {l10n.t("Loading {0}…", heading)}
      </p>
    );
  }
  return (
    <div class="failed" role="alert">
      <p>{content.message}</p>
      <vscode-button appearance="secondary" aria-label={l10n.t("Retry: {0}", heading)} onClick={retry}>
        {l10n.t("Retry")}
      </vscode-button>
    </div>
  );
}
