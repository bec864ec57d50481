/** The variable that says how far the tests of faults go, as `short:SEED` or `full:SEED`; short and random when it is not set. */
export const faultsVariable = "INTEGRATION_PACKS_FAULTS";
