/** The environment variable with the path of a JSON file: the full titles of the tests that `selectTests.ts` leaves. */
export const selectVariable = "INTEGRATION_PACKS_SELECTED_TESTS";
