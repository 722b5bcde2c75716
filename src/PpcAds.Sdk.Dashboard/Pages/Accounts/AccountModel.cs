using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Data;

namespace PpcAds.Sdk.Dashboard.Pages.Accounts;

/// <summary>The page of an account.</summary>
/// <param name="State">The account.</param>
/// <param name="Form">Its form.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AccountModel(AccountState State, AccountForm Form);
