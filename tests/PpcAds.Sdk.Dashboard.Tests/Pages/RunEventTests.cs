using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Tests.Pages;

/// <summary>The stream that keeps the page of a run up to date.</summary>
public sealed class RunEventTests
{
    [Fact]
    public async Task Parts_that_change_are_sent_and_the_stream_ends_with_the_run()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        Account account = await host.AddAccountAsync("<b>Acme</b>");
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        QueuedRun run = (await host.Storage.Runs.EnqueueAsync(new RunRequest { AccountId = account.AccountId }, now))!;
        run = run with { State = QueuedRunState.Running, StartedAt = now };
        await host.Storage.Runs.SaveAsync(run);
        using var visitor = new Visitor(host);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using HttpResponseMessage response = await visitor.OpenAsync($"/ads/runs/{run.RunId}/events");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(limit.Token));

        (await reader.ReadLineAsync(limit.Token)).Should().Be("event: parts");
        (await reader.ReadLineAsync(limit.Token)).Should().StartWith("data: {").And.Contain("\"summary\"").And
            .Contain("\"failures\"");
        await host.Storage.Runs.SaveAsync(run with
        {
            Steps = [new RunStep(account.AccountId, new ProfileId(1001), "sp.campaigns") { Outcome = StepOutcome.Failed,
                Reason = "<i>why</i>" }],
        });
        string changed = await ReadUntilAsync(reader, "why", limit.Token);
        changed.Should().Contain("\"failures\"").And.NotContain("\"reports\"", "only what changed is sent").And
            .Contain(@"\u0026lt;i\u0026gt;why", "a reason is text");
        await host.Storage.Runs.SaveAsync(run with { State = QueuedRunState.Succeeded, FinishedAt = now.AddSeconds(5) });
        await ReadUntilAsync(reader, "The run is complete.", limit.Token);

        (await reader.ReadToEndAsync(limit.Token)).Trim().Should().BeEmpty("the stream is over");
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string text, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The stream ended without {text}.");
    }
}
