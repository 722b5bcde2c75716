namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Enums as they stand in the tables.</summary>
internal static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => PpcAdsModel.ColumnName(value.ToString());

    public static T Parse<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
