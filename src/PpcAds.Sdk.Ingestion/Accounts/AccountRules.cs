using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Accounts;

/// <summary>What holds for accounts in every store. For those who implement one.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class AccountRules
{
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
}
