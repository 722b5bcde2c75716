using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.Etl;

/// <summary>A profile as it is stored.</summary>
public sealed record ProfileRecord : EntityRecord, IEntityRecord<ProfileRecord>
{
    /// <summary>The id.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The region whose host knows it.</summary>
    public required AmazonAdsRegion Region { get; init; }

    /// <summary>The marketplace's country.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The currency of its amounts (ISO 4217).</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The IANA time zone of its days.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Seller, vendor or agency.</summary>
    public ProfileType? Type { get; init; }

    /// <summary>A special kind of advertiser, such as <c>KDP_AUTHOR</c>.</summary>
    public string? SubType { get; init; }

    /// <summary>The advertiser's name.</summary>
    public string? Name { get; init; }

    /// <summary>The seller's or vendor's id.</summary>
    public string? AdvertiserId { get; init; }

    /// <summary>The marketplace id.</summary>
    public string? MarketplaceId { get; init; }

    /// <summary>Whether the grant may only look: some lists are refused then.</summary>
    public bool IsViewOnly { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<ProfileRecord> Table { get; } = new()
    {
        EntityType = "profiles",
        Name = "ppc_profiles",
        IdColumn = "profile_id",
        Columns =
        [
            new("region", EntityColumnKind.Text, profile => RegionText.Of(profile.Region)) { IsRequired = true },
            new("country_code", EntityColumnKind.Text, profile => profile.CountryCode),
            new("currency", EntityColumnKind.Text, profile => profile.CurrencyCode),
            new("time_zone", EntityColumnKind.Text, profile => profile.TimeZone),
            new("type", EntityColumnKind.Text, profile => profile.Type?.Value),
            new("sub_type", EntityColumnKind.Text, profile => profile.SubType),
            new("name", EntityColumnKind.Text, profile => profile.Name),
            new("advertiser_id", EntityColumnKind.Text, profile => profile.AdvertiserId),
            new("marketplace_id", EntityColumnKind.Text, profile => profile.MarketplaceId),
            new("is_view_only", EntityColumnKind.Flag, profile => profile.IsViewOnly) { IsRequired = true },
        ],
        Read = values => new ProfileRecord
        {
            ProfileId = new ProfileId(values.EntityId),
            Region = RegionText.Parse(values.Text("region")!),
            CountryCode = values.Text("country_code"),
            CurrencyCode = values.Text("currency"),
            TimeZone = values.Text("time_zone"),
            Type = values.Text("type") is { } type ? new ProfileType(type) : null,
            SubType = values.Text("sub_type"),
            Name = values.Text("name"),
            AdvertiserId = values.Text("advertiser_id"),
            MarketplaceId = values.Text("marketplace_id"),
            IsViewOnly = values.Flag("is_view_only") == true,
        },
    };

    long IEntityRecord.EntityId => ProfileId.Value;

    /// <summary>The record of a profile that was listed.</summary>
    public static ProfileRecord From(Profile profile, bool isViewOnly)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new ProfileRecord
        {
            ProfileId = profile.ProfileId,
            Region = profile.Region,
            CountryCode = profile.CountryCode,
            CurrencyCode = Etl.CurrencyCode.TryNormalize(profile.CurrencyCode),
            TimeZone = profile.TimeZone,
            Type = profile.AccountInfo?.Type,
            SubType = profile.AccountInfo?.SubType,
            Name = profile.AccountInfo?.Name,
            AdvertiserId = profile.AccountInfo?.Id,
            MarketplaceId = profile.AccountInfo?.MarketplaceId,
            IsViewOnly = isViewOnly,
        };
    }
}
