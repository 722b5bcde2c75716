using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Accounts;

/// <summary>What holds for accounts in every store. For those who implement one.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class AccountRules
{
    /// <summary>How many characters <see cref="Account.ExternalKey"/> may have.</summary>
    public const int LongestExternalKey = 200;

    /// <summary>Checks the name of an account.</summary>
    /// <exception cref="PpcAdsValidationException">The name is empty.</exception>
    public static void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new PpcAdsValidationException(
                "The account", [new InputProblem(nameof(name), name, "is empty; expected is a display name.")]);
        }
    }

    /// <summary>Checks the host's key of an account.</summary>
    /// <exception cref="PpcAdsValidationException">
    /// The key is empty, longer than <see cref="LongestExternalKey"/> characters, begins or ends with white space, or
    /// contains a control character.
    /// </exception>
    public static void CheckExternalKey(string? externalKey)
    {
        string? problem = string.IsNullOrWhiteSpace(externalKey) ? "is empty"
            : externalKey.Length > LongestExternalKey ? $"has {externalKey.Length} characters"
            : externalKey.Any(char.IsControl) ? "contains a control character"
            : externalKey.Length != externalKey.Trim().Length ? "begins or ends with white space"
            : null;
        if (problem is not null)
        {
            throw new PpcAdsValidationException(
                "The account",
                [
                    new InputProblem(
                        nameof(externalKey),
                        externalKey,
                        $"{problem}; expected is a key of 1 to {LongestExternalKey} characters, such as customer-42."),
                ]);
        }
    }
}
