using System.Globalization;

namespace PpcAds.Sdk.Throttling;

/// <summary>What the options of a governor must satisfy.</summary>
internal static class RateGovernorOptionsRules
{
    /// <summary>Returns a copy that satisfies the rules.</summary>
    /// <exception cref="PpcAdsValidationException">The options do not.</exception>
    public static RateGovernorOptions Checked(RateGovernorOptions options)
    {
        RateGovernorOptions copy = options.Clone();
        List<InputProblem> problems = [];
        if (copy.MaxConcurrentCallsPerAccount is < 1 or > 1000)
        {
            problems.Add(new InputProblem(
                nameof(copy.MaxConcurrentCallsPerAccount),
                copy.MaxConcurrentCallsPerAccount.ToString(CultureInfo.InvariantCulture),
                "must lie between 1 and 1000."));
        }

        CheckPositive(nameof(copy.BasePause), copy.BasePause);
        CheckPositive(nameof(copy.MaxPause), copy.MaxPause);
        ThrottlingOptionsRules.Check(copy.Throttling, problems);
        return problems.Count == 0 ? copy : throw new PpcAdsValidationException(nameof(RateGovernorOptions), problems);

        void CheckPositive(string name, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                problems.Add(new InputProblem(name, value.ToString(), "must be longer than 0 and at most 1 day."));
            }
        }
    }
}
