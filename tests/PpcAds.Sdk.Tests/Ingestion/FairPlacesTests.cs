using FluentAssertions;
using PpcAds.Sdk.Ingestion.Jobs;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Who gets the next place of a worker.</summary>
public sealed class FairPlacesTests
{
    private static readonly AccountId Many = new(1);
    private static readonly AccountId Few = new(2);

    private readonly List<(AccountId? Account, TaskCompletionSource Done)> _begun = [];
    private readonly List<Task> _runs = [];

    [Fact]
    public async Task One_run_of_an_account_that_comes_after_many_of_another_is_the_second_to_begin()
    {
        var places = new FairPlaces(1);
        for (int run = 0; run < 29; run++)
        {
            Add(places, Many);
        }

        Add(places, Few);
        await EndAsync(0);
        await EndAsync(1);

        _begun.Take(3).Select(run => run.Account).Should().Equal(Many, Few, Many);
    }

    [Fact]
    public async Task An_account_has_one_place_at_a_time_and_others_get_what_is_free()
    {
        var places = new FairPlaces(3);
        Add(places, Many);
        Add(places, Many);
        Add(places, Few);
        Add(places, null);

        _begun.Select(run => run.Account).Should().Equal(Many, Few, null);
        await EndAsync(0);
        _begun.Select(run => run.Account).Should().Equal(Many, Few, null, Many);
    }

    [Fact]
    public async Task A_run_that_is_stopped_while_it_waits_or_fails_leaves_its_place_to_others()
    {
        var places = new FairPlaces(1);
        using var stop = new CancellationTokenSource();
        Add(places, Many);
        Task stopped = places.RunAsync(Few, () => throw new InvalidOperationException("It was stopped."), stop.Token);
        Task failing = places.RunAsync(Few, () => throw new InvalidOperationException("It fails."), CancellationToken.None);
        await stop.CancelAsync();
        await stopped.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();

        await EndAsync(0);
        await failing.Invoking(task => task).Should().ThrowAsync<InvalidOperationException>();
        Add(places, Few);

        _begun.Select(run => run.Account).Should().Equal(Many, Few);
    }

    private void Add(FairPlaces places, AccountId? account) => _runs.Add(places.RunAsync(
        account,
        () =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_begun)
            {
                _begun.Add((account, done));
            }

            return done.Task;
        },
        CancellationToken.None));

    /// <summary>Ends a run and waits until the next one has begun, if there is one.</summary>
    private async Task EndAsync(int run)
    {
        int begun = _begun.Count;
        _begun[run].Done.SetResult();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (_begun.Count == begun && !_runs.TrueForAll(task => task.IsCompleted))
        {
            await Task.Yield();
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
