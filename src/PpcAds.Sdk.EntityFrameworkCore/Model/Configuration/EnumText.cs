using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Enums as they stand in the tables: <c>NeedsConsent</c> is <c>needs_consent</c>. For stores.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class EnumText
{
    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    public static string Of<T>(T value)
        where T : struct, Enum => PpcAdsModel.ColumnName(value.ToString());

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="text">The text.</param>
    public static T Parse<T>(string text)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
    }
}
