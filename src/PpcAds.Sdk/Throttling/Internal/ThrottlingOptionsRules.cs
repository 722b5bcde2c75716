namespace PpcAds.Sdk.Throttling;

/// <summary>What the options must satisfy.</summary>
internal static class ThrottlingOptionsRules
{
    private const double HighestRate = 10_000;

    public static void Check(ThrottlingOptions options, List<InputProblem> problems)
    {
        const string prefix = nameof(RateGovernorOptions.Throttling);
        foreach (OperationClass operationClass in Enum.GetValues<OperationClass>())
        {
            RateBounds bounds = options.For(operationClass);
            string values = $"min {bounds.MinRate}, initial {bounds.InitialRate}, max {bounds.MaxRate}";
            if (!(bounds.MinRate > 0 && bounds.MinRate <= bounds.InitialRate
                && bounds.InitialRate <= bounds.MaxRate && bounds.MaxRate <= HighestRate))
            {
                problems.Add(new InputProblem(
                    $"{prefix}.{operationClass}",
                    values,
                    $"must satisfy 0 < MinRate <= InitialRate <= MaxRate <= {HighestRate}, in calls per second."));
            }
        }

        CheckTime(nameof(options.RememberFor), options.RememberFor, TimeSpan.FromDays(7));
        CheckTime(nameof(options.LongestPause), options.LongestPause, TimeSpan.FromDays(1));
        CheckTime(nameof(options.SaveInterval), options.SaveInterval, TimeSpan.FromHours(1));
        if (options.StateFile is { } file
            && (file.Length == 0 || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))))
        {
            problems.Add(
                new InputProblem(
                    $"{prefix}.{nameof(options.StateFile)}",
                    file,
                    "must name a file in a folder that exists; create the folder first."));
        }

        void CheckTime(string name, TimeSpan value, TimeSpan longest)
        {
            if (value <= TimeSpan.Zero || value > longest)
            {
                problems.Add(
                    new InputProblem($"{prefix}.{name}", value.ToString(), $"must be longer than 0 and at most {longest}."));
            }
        }
    }
}
