using System.Globalization;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>How a run ended.</summary>
internal sealed record QuickStartResult(int ExitCode, string Output, string Error)
{
    /// <summary>The two numbers of a row of a table: the source's and the loaded one.</summary>
    public (decimal Source, decimal Loaded) Row(string what)
    {
        Match match = Regex.Match(Output, $@"│ {Regex.Escape(what)} +│ +([\d,.]+) +│ +([\d,.]+) +│");
        match.Success.Should().BeTrue($"the output should have a row '{what}':\n{Output}\n{Error}");
        return (Number(match.Groups[1].Value), Number(match.Groups[2].Value));
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
