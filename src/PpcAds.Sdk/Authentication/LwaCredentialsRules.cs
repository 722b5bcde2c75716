namespace PpcAds.Sdk.Authentication;

/// <summary>What credentials must satisfy before anything is sent with them. No message holds a secret.</summary>
internal static class LwaCredentialsRules
{
    private const string AccessTokenPrefix = "Atza|";

    public static IReadOnlyList<InputProblem> Check(LwaCredentials credentials)
    {
        List<InputProblem> problems = [];
        Require(
            nameof(credentials.ClientId),
            credentials.ClientId,
            "the LWA client id of your security profile, amzn1.application-oa2-client.….");
        Require(nameof(credentials.ClientSecret), credentials.ClientSecret, "the client secret of the client id.");
        Require(
            nameof(credentials.RefreshToken),
            credentials.RefreshToken,
            "the refresh token from the advertiser's consent, Atzr|….");
        if (credentials.RefreshToken.StartsWith(AccessTokenPrefix, StringComparison.Ordinal))
        {
            problems.Add(new InputProblem(
                nameof(credentials.RefreshToken),
                null,
                "is an access token (Atza|…), which ends after an hour; expected is the refresh token of the same answer, "
                + "Atzr|…."));
        }

        return problems;

        void Require(string field, string value, string expected)
        {
            if (value.Length == 0)
            {
                problems.Add(new InputProblem(field, null, $"is missing; expected is {expected}"));
            }
            else if (value.Any(letter => letter is <= ' ' or > '~' or '"' or '\''))
            {
                problems.Add(
                    new InputProblem(
                        field,
                        null,
                        $"must have no quotes, white space, control or non-ASCII characters; expected is {expected}"));
            }
        }
    }
}
