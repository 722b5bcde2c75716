using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Where a row stands among those of its profile and dataset.</summary>
/// <param name="Date">The day.</param>
/// <param name="CampaignId">The campaign; 0 for none.</param>
/// <param name="Detail">The rest of the key, as 32 hexadecimal digits.</param>
[Experimental(Experimentals.StoreMakers)]
public readonly record struct RowPlace(DateOnly Date, long CampaignId, string Detail)
{
    private const int DetailLength = 16;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="PpcAdsValidationException">It is no such text.</exception>
    /// <param name="keys">The keys of the token: profile, day, campaign and the rest.</param>
    public static RowPlace Read(IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        string detail = keys[3];
        return detail.Length == 2 * DetailLength && detail.All(char.IsAsciiHexDigitLower)
            ? new RowPlace(PageToken.ReadDate(keys[1]), PageToken.ReadNumber(keys[2]), detail)
            : throw PageToken.Wrong(detail);
    }

    /// <summary>Writes the token of a page that ends with the row.</summary>
    /// <param name="profileId">The profile.</param>
    public string Write(ProfileId profileId) => PageToken.Write(profileId, Date, CampaignId, Detail);

    /// <summary>Returns the rest of the key as bytes.</summary>
    public byte[] ToDetail() => Convert.FromHexString(Detail);
}
