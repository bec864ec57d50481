/**
 * Wraps an object so that every record from its methods, promises and events has an extra field, as if the model had a field
 * that its readers do not know. Versions by component id have no extra key, as their keys are data.
 */
export function withUnknownFields<T extends object>(target: T): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      const isFacet = key === "schedules" || key === "plans";
      if (isFacet && typeof value === "object" && value !== null) return withUnknownFields(value);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) =>
        extendAnswer(Reflect.apply(value, target, args.map(wrapListener)) as unknown);
    },
  });
}

/** Wraps a listener so that events have the extra field, too. */
function wrapListener(argument: unknown): unknown {
  if (typeof argument !== "function") return argument;
  return (...announced: unknown[]) => Reflect.apply(argument, undefined, announced.map(extend)) as unknown;
}

function extendAnswer(answer: unknown): unknown {
  return answer instanceof Promise ? answer.then(extend) : answer;
}

function extend(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => extend(each));
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, extend(each)]));
  if (typeof value !== "object" || value === null) return value;
  const fields: [string, unknown][] = Object.entries(value);
  const entries = fields.map(([key, each]) => [key, key === "versions" ? each : extend(each)] as const);
  return { ...Object.fromEntries(entries), unknownField: "of the model" };
}
