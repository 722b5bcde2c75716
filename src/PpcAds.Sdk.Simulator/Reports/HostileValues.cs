using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>Values at the edge of what Amazon's documentation and JSON allow, strewn among ordinary ones.</summary>
internal static class HostileValues
{
    private const double Share = 0.4;

    // Ids are 64 bits without sign, beyond what a double holds; rows that Amazon cannot place have -20 or Unallocated.
    private static readonly object?[] Ids =
        [
            null, -20L, "Unallocated", 0L, 9_007_199_254_740_993L, long.MaxValue, new RawNumber("18446744073709551615"), "00731",
            "",
        ];

    private static readonly object?[] Integers =
        [null, 0L, new RawNumber("-0"), -1L, 9_007_199_254_740_993L, long.MaxValue, long.MinValue, new RawNumber("12e2")];

    private static readonly object?[] Decimals =
    [
        null,
        0L,
        new RawNumber("-0"),
        new RawNumber("-0.0"),
        new RawNumber("0.1234567890123456789"),
        new RawNumber("12345678901234567.8901"),
        new RawNumber("1E-7"),
        new RawNumber("14.50"),
        new RawNumber("-3.000001"),
        new RawNumber("33.33333333333333"),
    ];

    private static readonly object?[] Texts =
    [
        null,
        "",
        " ",
        "*",
        "\"quoted\" \\ and / slashed",
        "tab\tline\nend\u0001",
        "Küche | 水筒 | كوب",
        "mug \U0001F375\u200D\U0001F468",
        "\u2028 between lines",
        "=1+1,\"csv\";",
        "null",
        "123",
    ];

    /// <summary>Such a value for a column, or none when the dice say that an ordinary one stands there.</summary>
    public static bool TryPick(Dice dice, string column, string? kind, out object? value)
    {
        object?[] values = kind switch
        {
            "Integer" or "Long" when column.EndsWith("Id", StringComparison.Ordinal) => Ids,
            "Integer" or "Long" => Integers,
            "Decimal" => Decimals,
            _ => Texts,
        };
        value = dice.For("which").Pick(values);
        return dice.For("hostile").Chance(Share);
    }
}
