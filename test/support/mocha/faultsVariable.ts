/**
 * The environment variable for the length and seed of the fault tests: `short:SEED` or `full:SEED`. Unset means short,
 * with a random seed.
 */
export const faultsVariable = "INTEGRATION_PACKS_FAULTS";
