/**
 * The same object, but whatever its methods, promises and events give has one more field in every record: as if the
 * model had got a field that its readers do not know. Versions by component id stay as they are, since their keys are data.
 */
export function withUnknownFields<T extends object>(target: T): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (key === "schedules" && typeof value === "object" && value !== null) return withUnknownFields(value);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => given(Reflect.apply(value, target, args.map(listening)) as unknown);
    },
  });
}

/** A listener gets what is announced with the unknown field, too. */
function listening(argument: unknown): unknown {
  if (typeof argument !== "function") return argument;
  return (...announced: unknown[]) => Reflect.apply(argument, undefined, announced.map(extended)) as unknown;
}

function given(answer: unknown): unknown {
  return answer instanceof Promise ? answer.then(extended) : answer;
}

function extended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => extended(each));
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, extended(each)]));
  if (typeof value !== "object" || value === null) return value;
  const fields: [string, unknown][] = Object.entries(value);
  const entries = fields.map(([key, each]) => [key, key === "versions" ? each : extended(each)] as const);
  return { ...Object.fromEntries(entries), unknownField: "of the model" };
}
