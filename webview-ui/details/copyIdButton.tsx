import * as l10n from "@vscode/l10n";
import { useState } from "preact/hooks";

interface CopyIdButtonProps {
  readonly id: string;
  /** What the id belongs to, for screen readers. */
  readonly of: string;
  readonly copy: (text: string) => void;
}

const copyIcon = "M4 4V1h10v11h-3v3H1V4h3Zm1 0h6v7h2V2H5v2Zm-3 1v9h8V5H2Z";
const checkIcon = "M13.7 3.3 6 11 2.3 7.3l-.7.7L6 12.4l8.4-8.4-.7-.7Z";

/** An icon beside an id, which copies it. It confirms that until the button loses the focus. */
export function CopyIdButton({ id, of, copy }: CopyIdButtonProps) {
  const [copied, setCopied] = useState(false);
  const label = copied ? l10n.t("Copied: ID of {0}", of) : l10n.t("Copy ID of {0}", of);
  return (
    <button
      type="button"
      class="copy-id"
      aria-label={label}
      title={copied ? l10n.t("Copied") : l10n.t("Copy ID: {0}", id)}
      onClick={() => {
        copy(id);
        setCopied(true);
      }}
      onBlur={() => setCopied(false)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
        <path fill-rule="evenodd" d={copied ? checkIcon : copyIcon} />
      </svg>
    </button>
  );
}
