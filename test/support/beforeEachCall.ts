/** Makes a method run `action` with the arguments before each of its calls. */
export function beforeEachCall(
  owner: object,
  method: string,
  action: (args: readonly unknown[]) => void,
): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== "function") throw new Error(`No method ${method}`);
  Reflect.set(owner, method, function (this: unknown, ...args: unknown[]): unknown {
    action(args);
    const result: unknown = Reflect.apply(original, this, args);
    return result;
  });
}
