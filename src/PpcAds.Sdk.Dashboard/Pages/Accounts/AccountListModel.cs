using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;

namespace PpcAds.Sdk.Dashboard.Pages.Accounts;

/// <summary>The list of accounts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AccountListModel
{
    /// <summary>Gets the state of the page.</summary>
    public required UrlState Url { get; init; }

    /// <summary>Gets the accounts of the page, those that need someone first.</summary>
    public required IReadOnlyList<AccountState> Accounts { get; init; }

    /// <summary>Gets how many match.</summary>
    public required int Matching { get; init; }

    /// <summary>Gets how many there are that are not closed.</summary>
    public required int Total { get; init; }

    /// <summary>Gets how many of them need the advertiser's consent.</summary>
    public required int NeedConsent { get; init; }

    /// <summary>Gets the number of the first account of the page.</summary>
    public required int FirstRow { get; init; }

    /// <summary>Gets how many a page has.</summary>
    public required int Size { get; init; }

    /// <summary>Gets whether the user may sync all accounts.</summary>
    public required bool MaySyncAll { get; init; }
}
