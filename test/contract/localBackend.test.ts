import { LocalStores, user } from "../support/store/localStores.ts";
import { backendContract } from "./backendContract.ts";

backendContract("local store", async (content) => {
  const stores = new LocalStores();
  const backend = await stores.openWith(content);
  return {
    backend,
    user,
    requiresAllComponents: false,
    dispose: () => {
      stores.dispose();
      return Promise.resolve();
    },
  };
});
