import { t } from "@vscode/l10n";
import { useState } from "preact/hooks";

interface CopyIdButtonProps {
  readonly id: string;
  /** What the id belongs to, for screen readers. */
  readonly of: string;
  readonly copy: (text: string) => void;
}

/** A button that copies an id. Its label confirms it until the button loses the focus. */
export function CopyIdButton({ id, of, copy }: CopyIdButtonProps) {
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
