namespace PpcAds.Sdk.Accounts;

/// <summary>An account that was found by the host's key, or added under it.</summary>
/// <param name="Account">The account.</param>
/// <param name="IsNew">Whether it was added; otherwise it was there already.</param>
public readonly record struct AddedAccount(Account Account, bool IsNew);
