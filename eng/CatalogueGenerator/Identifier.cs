namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>Names of C# for Amazon's names.</summary>
internal static class Identifier
{
    /// <summary>Such as <c>Sales7d</c> for <c>sales7d</c>, <c>ThirdPartyFees</c> for <c>3PFees</c>.</summary>
    public static string Of(string name)
    {
        if (name.StartsWith("3p", StringComparison.OrdinalIgnoreCase))
        {
            name = "thirdParty" + name[2..];
        }

        string identifier = string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return char.IsAsciiLetterUpper(identifier[0]) && identifier.All(char.IsAsciiLetterOrDigit)
            ? identifier
            : throw new InvalidOperationException($"'{name}' makes no name of C#: teach {nameof(Identifier)} how to write it.");
    }
}
