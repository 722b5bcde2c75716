namespace PpcAds.Sdk;

/// <summary>Where a profile lives. A grant works in all three; a profile id is only known to its own region's host.</summary>
public enum AmazonAdsRegion
{
    /// <summary>Brazil, Canada, Mexico, United States.</summary>
    NorthAmerica,

    /// <summary>Europe, and also Egypt, India, Saudi Arabia, South Africa, Türkiye and the United Arab Emirates.</summary>
    Europe,

    /// <summary>Australia, Japan, Singapore.</summary>
    FarEast,
}
