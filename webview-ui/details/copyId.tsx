import { t } from "@vscode/l10n";
import { useState } from "preact/hooks";

interface Properties {
  readonly id: string;
  /** What the id belongs to, for those who hear the button out of its place. */
  readonly of: string;
  readonly copy: (text: string) => void;
}

/** Copies an id, and says that it did until the focus leaves. */
export function CopyId({ id, of, copy }: Properties) {
  const [copied, setCopied] = useState(false);
  return (
    <vscode-button
      appearance="secondary"
      class="copy-id"
      aria-label={copied ? t("Copied: ID of {0}", of) : t("Copy ID of {0}", of)}
      title={id}
      onClick={() => {
        copy(id);
        setCopied(true);
      }}
      onBlur={() => setCopied(false)}
    >
      {copied ? t("Copied") : t("Copy ID")}
    </vscode-button>
  );
}
