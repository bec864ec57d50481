import * as l10n from "@vscode/l10n";
import { errors } from "./errors.ts";

/** Creates the errors of account groups, managed accounts and installations. */
export const sharingErrors = {
  accountGroupNotFound: (groupId: string) =>
    errors.notFound(
      l10n.t(
        'There is no account group with the ID "{0}". Refresh the list and choose another one.',
        groupId,
      ),
    ),
  accountNotFound: (accountId: string) =>
    errors.notFound(l10n.t('There is no managed account with the ID "{0}".', accountId)),
  packNeverReleased: (packName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" was never released. Release it before you add it to an account group or install it.',
        packName,
      ),
    ),
  packAlreadyInGroup: (packName: string, groupName: string) =>
    errors.invalidRequest(l10n.t('"{0}" is in the account group "{1}" already.', packName, groupName)),
  packNotInGroup: (packName: string, groupName: string) =>
    errors.notFound(l10n.t('"{0}" is not in the account group "{1}".', packName, groupName)),
  packNotShared: (packName: string, accountName: string) =>
    errors.invalidRequest(
      l10n.t(
        '"{0}" is not shared with "{1}". Add the pack to an account group that the account is in.',
        packName,
        accountName,
      ),
    ),
  alreadyInstalled: (packName: string, accountName: string) =>
    errors.invalidRequest(
      l10n.t('"{0}" is installed in "{1}" already. It gets each release by itself.', packName, accountName),
    ),
  notInstalled: (account: string, packName: string) =>
    errors.notFound(l10n.t('"{1}" is not installed in the account "{0}".', account, packName)),
};
