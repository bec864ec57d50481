import type { Button, Radio, RadioGroup, TextField } from "@vscode/webview-ui-toolkit";
import type { HTMLAttributes } from "preact";

type ElementAttributes<E extends EventTarget, Own = object> = HTMLAttributes<E> & Own;

/** The members of `cally`'s calendar that the wizard uses. Dates are `yyyy-MM-dd`. */
export interface CalendarElement extends HTMLElement {
  value: string;
}

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "vscode-button": ElementAttributes<
        Button,
        { appearance?: "primary" | "secondary" | "icon"; disabled?: boolean; autofocus?: boolean }
      >;
      "vscode-radio": ElementAttributes<Radio, { value: string; disabled?: boolean }>;
      "vscode-radio-group": ElementAttributes<
        RadioGroup,
        { value?: string; orientation?: "horizontal" | "vertical"; disabled?: boolean }
      >;
      "vscode-text-field": ElementAttributes<
        TextField,
        { value?: string; placeholder?: string; disabled?: boolean; size?: number }
      >;
      "calendar-date": ElementAttributes<
        CalendarElement,
        {
          value?: string;
          min?: string;
          today?: string;
          locale?: string;
          firstDayOfWeek?: number;
          focusedDate?: string;
          getDayParts?: (date: Date) => string;
          onchange?: (event: Event & { currentTarget: CalendarElement }) => void;
          onfocusday?: (event: CustomEvent<Date>) => void;
        }
      >;
      "calendar-month": ElementAttributes<HTMLElement>;
    }
  }
}
