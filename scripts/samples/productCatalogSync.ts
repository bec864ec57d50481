import { component, mara, pack, part, tomas } from "./describe.ts";
import { connectionOf, mapOf, operationOf, processOf } from "./xml.ts";

// A pack that was never released, so that every component is new. It has multiple attachments, and so only processes.

const folder = "Product Catalog";

const shopConnection = part("connector-settings", "Shop Connection", `${folder}/Connections`, {
  1: {
    by: tomas,
    at: "2026-10-05T09:00:00Z",
    object: connectionOf("http", { url: "https://shop.example.com/api", user: "catalog" }),
  },
});

const productMap = part("transform.map", "ERP Item to Shop Product", folder, {
  2: {
    by: tomas,
    at: "2026-10-06T13:47:00Z",
    object: mapOf("ERP Item", "Shop Product", "itemId > sku", "displayName > title"),
  },
  4: {
    by: tomas,
    at: "2026-10-26T10:22:00Z",
    object: mapOf("ERP Item", "Shop Product", "itemId > sku", "displayName > title", "imageUrl > image"),
  },
});

const upsertProduct = part("connector-action", "Shop Upsert Product", folder, {
  1: { by: tomas, at: "2026-10-06T14:20:00Z", object: operationOf("http", "UPSERT", "Product") },
});

const publishProducts = component("process", "Publish Products", folder, [
  {
    version: "1.0-preview",
    revision: 3,
    at: "2026-10-07T09:30:00Z",
    by: tomas,
    notes: "Without pictures.",
    includes: [[productMap, 2]],
    shareable: false,
  },
  {
    version: "1.0",
    revision: 6,
    at: "2026-10-26T11:00:00Z",
    by: tomas,
    notes: "Publishes new and changed items with their pictures.",
    object: processOf(
      "connectoraction: ERP Query Items",
      "map: ERP Item to Shop Product",
      "connectoraction: Shop Upsert Product",
    ),
    includes: [
      [productMap, 4],
      [upsertProduct, 1],
      [shopConnection, 1],
    ],
    deployed: [["Test", "2026-10-26T11:15:00Z", tomas]],
  },
]);

const syncPrices = component("process", "Sync Prices", folder, [
  {
    version: "1.0",
    revision: 4,
    at: "2026-11-04T08:40:00Z",
    by: mara,
    notes: "Sends changed prices every hour.",
    object: processOf(
      "connectoraction: ERP Query Price Changes",
      "flowcontrol: 4 Threads",
      "connectoraction: Shop Update Price",
    ),
    includes: [[shopConnection, 1]],
    deployed: [["Test", "2026-11-04T09:00:00Z", mara]],
  },
]);

const syncStockLevels = component("process", "Sync Stock Levels", folder, [
  {
    version: "1.0",
    revision: 2,
    at: "2026-11-10T13:05:00Z",
    by: mara,
    notes: "Sends the stock of every warehouse every ten minutes.",
    object: processOf("connectoraction: ERP Query Stock", "connectoraction: Shop Update Stock"),
    includes: [[shopConnection, 1]],
  },
]);

export const productCatalogSyncComponents = [publishProducts, syncPrices, syncStockLevels];

export const productCatalogSync = pack({
  name: "Product Catalog Sync",
  description: "Keeps the products, prices and stock of a web shop the same as in the ERP.",
  installationType: "MULTI",
  deploymentModel: "packaged",
  carries: [[publishProducts], [syncPrices], [syncStockLevels]],
  releases: [],
});
