/** The user's language, as VS Code shows its own texts. */
export const language = supportedLanguage(document.body.dataset.language);

function supportedLanguage(wanted: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? navigator.language;
  } catch {
    return navigator.language;
  }
}

/** The day that weeks start with in the user's language: 0 is Sunday. */
export function firstDayOfWeek(): number {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(language);
  return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
}
