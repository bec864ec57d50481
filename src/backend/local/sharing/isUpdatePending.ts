/** SQL: whether a scheduled release is waiting that the account of the `installation` row has not applied. */
export const isUpdatePending = `(applied_scheduled = 0
  AND EXISTS (SELECT 1 FROM schedule WHERE schedule.pack_key = installation.pack_key))`;
