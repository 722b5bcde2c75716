namespace PpcAds.Sdk.Profiles;

/// <summary>Which profiles to list. The default is every profile that the grant can read.</summary>
public sealed record ProfileFilter
{
    /// <summary>The least right that a profile must give. Default: <see cref="ProfileAccess.View"/>, unlike Amazon's.</summary>
    public ProfileAccess Access { get; init; } = ProfileAccess.View;

    /// <summary>Only profiles of these types; <see langword="null"/> for all.</summary>
    public IReadOnlyList<ProfileType>? Types { get; init; }

    /// <summary>Only profiles with (or without) a valid way to pay; <see langword="null"/> for all.</summary>
    public bool? ValidPaymentMethod { get; init; }
}
