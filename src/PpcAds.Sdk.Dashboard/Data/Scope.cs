using System.ComponentModel;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>What the figures of a page are of: accounts, a profile, a currency, a period.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Scope
{
    /// <summary>Gets the parameters of an address that belong to it.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
        ["account", "profile", "currency", "period", "from", "to", "compare"];

    /// <summary>Gets the state of the page.</summary>
    public required UrlState Url { get; init; }

    /// <summary>Gets the accounts that the user may see, closed ones left out.</summary>
    public required IReadOnlyList<AccountState> Visible { get; init; }

    /// <summary>Gets the chosen account; <see langword="null"/> for all.</summary>
    public AccountState? Account { get; init; }

    /// <summary>Gets the chosen profile; <see langword="null"/> for all.</summary>
    public ProfileState? Profile { get; init; }

    /// <summary>Gets the sums by currency, of what is chosen but for the currency.</summary>
    public required IReadOnlyList<PerformanceTotals> Currencies { get; init; }

    /// <summary>Gets the currency of all amounts; <see langword="null"/> while no profile is known.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the newest day that can be complete in all profiles of the scope.</summary>
    public required DateOnly Yesterday { get; init; }

    /// <summary>Gets the period.</summary>
    public required PerformancePeriod Period { get; init; }

    /// <summary>Gets the period that it is compared with.</summary>
    public PerformancePeriod? Previous { get; init; }

    /// <summary>Gets the accounts of the scope.</summary>
    public IReadOnlyList<AccountState> Accounts => Account is null ? Visible : [Account];

    /// <summary>Gets the ids of the accounts of the scope.</summary>
    public IReadOnlyList<AccountId> AccountIds => [.. Accounts.Select(state => state.Account.AccountId)];

    /// <summary>Gets the profiles of the scope, of all currencies.</summary>
    public IReadOnlyList<ProfileState> Profiles =>
        Profile is null ? [.. Accounts.SelectMany(account => account.Profiles)] : [Profile];

    /// <summary>
    /// Gets the day up to which the figures of the currency are complete: that of the profile that is farthest behind, those of
    /// accounts that do not sync left out. <see langword="null"/> if there is none.
    /// </summary>
    public DateOnly? CompleteThrough
    {
        get
        {
            ProfileState[] synced =
            [
                .. Accounts.Where(account => account.Account.Status == AccountStatus.Active)
                    .SelectMany(account => account.Profiles)
                    .Where(profile => (Profile is null || profile == Profile) && profile.Profile.CurrencyCode == Currency),
            ];
            return synced.Length > 0 && synced.All(profile => profile.NewestDay is not null)
                ? synced.Min(profile => profile.NewestDay)
                : null;
        }
    }

    /// <summary>Gets how many accounts of the scope do not sync.</summary>
    public int Stopped => Accounts.Count(account =>
        account.Account.Status != AccountStatus.Active && !account.WasNeverConnected);

    /// <summary>
    /// Gets the first day whose sales and orders still fill in: Amazon counts those of 7 days after the click for sellers, of 14
    /// for vendors.
    /// </summary>
    public DateOnly FillsFrom => Yesterday.AddDays(1 - AttributionDays);

    /// <summary>Gets the days for which orders count, in Sponsored Products.</summary>
    public int AttributionDays => Profiles.Count > 0
        && Profiles.All(profile => profile.Profile.Type == Sdk.Profiles.ProfileType.Vendor) ? 14 : 7;

    /// <summary>Gets whether sales and orders of the period still fill in.</summary>
    public bool Fills => Period.To >= FillsFrom;

    /// <summary>Gets the scope in words.</summary>
    public string Words => Profile is { } profile ? $"{Account!.Account.Name}, {profile.Country}"
        : Account is { } account ? account.Account.Name
        : Visible.Count == 1 ? Visible[0].Account.Name
        : "All accounts";
}
